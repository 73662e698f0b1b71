/** The words of the desk. They come with its code, not with the page. */

import en from '#client/i18n/en/desk.json'
import { type TopicTexts, topicMessages } from '#client/i18n/topic-messages.ts'
import ur from '#client/i18n/ur/desk.json'
import zh from '#client/i18n/zh/desk.json'

export type DeskKey = keyof typeof en

export const deskTexts: TopicTexts<DeskKey> = topicMessages<DeskKey>({ en, ur, zh })

/** `t` of the desk in the language that the page shows. */
export const useDeskText = deskTexts.useText
export type DeskText = ReturnType<typeof useDeskText>
