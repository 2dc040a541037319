import { expect, it } from 'vitest'
import { keyOfTopic, topicOf } from './commentTopics.ts'

it.each([
  ['Foot strike', 'text_foot_strike', 'Foot strike'],
  ['  knee   AND ankle ', 'text_knee_ankle', 'Knee and ankle'],
  ['Power', 'power', 'Power'],
  ['Постановка стопы', 'text_постановка_стопы', 'Постановка стопы'],
  ['e\u0301lan/<b>', 'text_élan_b', 'Élan b'],
  ['constructor', 'text_constructor', 'Constructor'],
])('%s is kept under a key that reads the same again', (words, key, topic) => {
  expect(keyOfTopic(words)).toBe(key)
  expect(topicOf(key)).toBe(topic)
})

it.each(['', '  ', '_', '!?', '—'])('"%s" is nothing to comment on', (words) => {
  expect(keyOfTopic(words)).toBeNull()
})

it('a key without words of its own is general', () => {
  expect(topicOf('')).toBe('General')
  expect(topicOf('text_')).toBe('General')
})
