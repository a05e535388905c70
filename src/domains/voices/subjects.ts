/** Voices that somebody asks to be told of: one by its id, all of a topic, all of a district. */
export const topicSubject = (key: string): string => `voices-topic:${key}`
export const districtSubject = (id: string): string => `voices-district:${id}`

type Name = (name: string) => string

/** How they are called, to whoever asks to be told of them and in the titles of feeds. */
export const subjectNames: Readonly<
  Record<'ja' | 'easy' | 'en' | 'ko', Readonly<Record<'voice' | 'topic' | 'district', Name>>>
> = {
  ja: {
    voice: (number) => `市民の声 ${number}`,
    topic: (name) => `分野「${name}」の市民の声`,
    district: (name) => `${name}の市民の声`,
  },
  easy: {
    voice: (number) => `{声|こえ} ${number}`,
    topic: (name) => `「${name}」の {声|こえ}`,
    district: (name) => `${name}の {声|こえ}`,
  },
  en: {
    voice: (number) => `Voice ${number}`,
    topic: (name) => `Voices on “${name}”`,
    district: (name) => `Voices from ${name}`,
  },
  ko: {
    voice: (number) => `시민의 목소리 ${number}`,
    topic: (name) => `「${name}」 시민의 목소리`,
    district: (name) => `${name} 시민의 목소리`,
  },
}
