// The readers beside whom tiles are measured: a process of their own, so that taking in their answers delays no tile that
// is timed. Argument: the server's address. Asks until told to stop, then says how many answers came.

const QUESTIONS = [
  '/api/matrix?to=ports/gwadar;ports/karachi;ports/port-qasim',
  '/api/criticality?to=ports/gwadar;ports/karachi;ports/port-qasim',
  '/api/routes?from=deposits/saindak&to=ports/karachi&alternatives=3',
]

const [, , address] = process.argv
let isOver = false
let answered = 0

/** Other rates each time, so that nothing is kept. */
async function ask(question) {
  for (let i = 0; !isOver; i += 1) {
    const roadRate = (30 + ((Date.now() + i) % 30_000) / 1000).toFixed(3)
    const answer = await fetch(`${address}${question}&set=roadRate:${Number(roadRate) / 1000}`)
    await answer.arrayBuffer()
    // On a machine too busy, a question may be refused after its time.
    if (answer.ok) answered += 1
  }
}

process.once('message', () => {
  isOver = true
})
process.send?.('asking')
await Promise.all(QUESTIONS.map(ask))
process.send?.(answered)
process.disconnect()
