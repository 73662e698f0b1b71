/** A licence by name, linked where it has an address, and the lines that must be shown with the data. */
interface LicenceLineProps {
  licence: { title: string; url: string | null }
  attribution: readonly string[]
}

export function LicenceLine({ licence: { title, url }, attribution }: LicenceLineProps) {
  return (
    <>
      {url ? (
        <a href={url} rel="noreferrer license" target="_blank">
          {title}
        </a>
      ) : (
        title
      )}
      {attribution.map((line) => ` · ${line}`)}
    </>
  )
}
