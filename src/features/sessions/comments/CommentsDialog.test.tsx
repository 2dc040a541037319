import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../../domain/errors.ts'
import type { ReportComment } from '../../../domain/session.ts'
import { createMemorySource } from '../../../testing/memorySource.ts'
import { makeSession } from '../../../testing/session.ts'
import { comment, panel, showComments, write } from './testComments.tsx'

const hip = comment('text_hip_angle', { en: 'Stiff', ru: 'Жёстко' })
const plain = comment('text_summary', { '': 'Even steps' })
const field = (name: string) => screen.getByRole('textbox', { name })
const save = () => userEvent.click(screen.getByRole('button', { name: 'Save' }))
const closed = () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())

async function replaceText(name: string, words: string) {
  await userEvent.clear(field(name))
  await userEvent.type(field(name), words)
}

describe('the dialog that writes comments', () => {
  it('changes words, adds what is about something else, removes one, and shows it all on the page', async () => {
    const { nowStored, begun } = showComments({
      comments: [hip, plain, comment('grf', { no: 'Hard landing' })],
    })
    const dialog = await write()
    await replaceText('Hip, English', 'Loose')
    expect(field('Ground reaction force, Norwegian')).toHaveValue('Hard landing')
    await userEvent.click(dialog.getByRole('button', { name: 'Remove “Ground reaction force”' }))
    expect(dialog.getByRole('combobox', { name: 'About' }), 'it was the last').toHaveFocus()
    await userEvent.selectOptions(dialog.getByRole('combobox', { name: 'About' }), 'Something else…')
    await userEvent.type(field('What it is about'), 'Foot strike{Enter}')
    expect(field('Foot strike, English')).toHaveFocus()
    await userEvent.type(field('Foot strike, Russian'), 'Пятка')
    await save()
    await closed()
    expect(nowStored()).toEqual([
      comment('text_hip_angle', { en: 'Loose', ru: 'Жёстко' }),
      plain,
      comment('text_foot_strike', { ru: 'Пятка' }),
    ])
    expect(panel().getByText('Loose')).toBeInTheDocument()
    expect(panel().getByText('Foot strike')).toBeInTheDocument()
    expect(screen.getByText('Comments saved.')).toBeInTheDocument()
    expect(begun).toHaveLength(1)
  })

  it('begins with what is there now, not with what the page shows', async () => {
    const { theyWrite } = showComments({ comments: [hip] })
    theyWrite([plain])
    await write()
    expect(field('Summary, No language named')).toHaveValue('Even steps')
    expect(panel().getByText('Even steps')).toBeInTheDocument()
  })

  it('gives words without a language their language when asked, and leaves them alone otherwise', async () => {
    const { nowStored } = showComments({ comments: [plain] })
    const dialog = await write()
    await userEvent.click(dialog.getByRole('button', { name: 'Write it by language' }))
    expect(field('Summary, English')).toHaveValue('Even steps')
    expect(field('Summary, English')).toHaveFocus()
    await userEvent.type(field('Summary, Russian'), 'Ровно')
    await save()
    await closed()
    expect(nowStored()).toEqual([comment('text_summary', { en: 'Even steps', ru: 'Ровно' })])
  })

  it('does not save a comment without words, nor two on one thing', async () => {
    const { begun } = showComments({ comments: [hip] })
    const dialog = await write()
    await userEvent.click(dialog.getByRole('button', { name: 'Add comment' }))
    await save()
    expect(field('Summary, English')).toHaveAccessibleDescription('Write something, or remove this comment.')
    expect(field('Summary, English')).toHaveFocus()
    const about = dialog.getByRole('combobox', { name: 'About' })
    expect(within(about).queryByRole('option', { name: 'Summary' })).toBeNull()
    await userEvent.selectOptions(about, 'Something else…')
    await userEvent.click(dialog.getByRole('button', { name: 'Add comment' }))
    expect(field('What it is about')).toHaveAccessibleDescription('Say what it is about.')
    await userEvent.type(field('What it is about'), ' HIP ')
    expect(field('What it is about')).toHaveAccessibleDescription('There is a comment on this already.')
    expect(begun).toEqual([])
  })

  it('is not changed by blanks that were stored, nor held up by them', async () => {
    const blank = comment('grf', { en: ' ' })
    const { begun, nowStored } = showComments({
      comments: [comment('text_hip_angle', { en: 'Stiff', ru: '\n' }), blank],
    })
    await write()
    await userEvent.keyboard('{Escape}')
    await closed()
    await write()
    await save()
    await closed()
    expect(begun).toEqual([])
    await write()
    await replaceText('Hip, English', 'Loose')
    await save()
    await closed()
    expect(nowStored()).toEqual([comment('text_hip_angle', { en: 'Loose' })])
  })

  it('takes no words, and stays, while a save is under way, and says when it failed', async () => {
    const { source } = createMemorySource([makeSession({ comments: [hip] })])
    const tries: ReportComment[][] = []
    let fail: (error: AppError) => void = () => undefined
    const saveLater = (_before: unknown, wanted: ReportComment[]) => {
      tries.push(wanted)
      return new Promise<ReportComment[]>((done, failed) => {
        fail = failed
        if (tries.length === 2) done(wanted)
      })
    }
    const { router } = showComments({
      comments: [hip],
      source: { comments: { ...source.comments!, save: saveLater } },
    })
    let dialog = await write()
    await replaceText('Hip, English', 'Mine')
    await save()
    expect(dialog.getByRole('button', { name: 'Saving…' })).toBeInTheDocument()
    await userEvent.type(field('Hip, English'), ' and more')
    await userEvent.click(dialog.getByRole('button', { name: 'Cancel' }))
    await userEvent.keyboard('{Escape}')
    void router.navigate('/elsewhere')
    await userEvent.click(await screen.findByRole('button', { name: 'Leave' }))
    await userEvent.click(screen.getByRole('button', { name: 'Stay' }))
    dialog = within(screen.getByRole('dialog', { name: 'Write comments' }))
    expect(field('Hip, English')).toHaveValue('Mine')
    fail(new AppError('unavailable'))
    expect(await dialog.findByRole('alert')).toHaveTextContent('Your text is still here.')
    await userEvent.type(field('Hip, English'), ' and more')
    await save()
    await closed()
    expect(tries[1]).toEqual([comment('text_hip_angle', { en: 'Mine and more', ru: 'Жёстко' })])
  })

  it('asks before changes are left, by closing it or by going elsewhere', async () => {
    const { router } = showComments({ comments: [hip] })
    const dialog = await write()
    await userEvent.click(dialog.getByRole('button', { name: 'Close' }))
    await closed()
    await write()
    await replaceText('Hip, English', 'Half done')
    await userEvent.keyboard('{Escape}')
    await userEvent.click(screen.getByRole('button', { name: 'Stay' }))
    expect(field('Hip, English')).toHaveValue('Half done')
    await router.navigate('/memory/sessions/s1?t=2', { replace: true })
    expect(field('Hip, English')).toHaveValue('Half done')
    void router.navigate('/elsewhere')
    await userEvent.click(await screen.findByRole('button', { name: 'Leave' }))
    expect(await screen.findByText('Somewhere else')).toBeInTheDocument()
  })

  it('deletes all only when that is confirmed', async () => {
    const { nowStored } = showComments({ comments: [hip, plain] })
    await write()
    await userEvent.click(screen.getByRole('button', { name: 'Delete all…' }))
    const question = within(screen.getByRole('alertdialog', { name: 'Delete all comments?' }))
    expect(question.getByText(/All 2 comments/)).toBeInTheDocument()
    await userEvent.click(question.getByRole('button', { name: 'Cancel' }))
    expect(nowStored()).toHaveLength(2)
    await userEvent.click(screen.getByRole('button', { name: 'Delete all…' }))
    await userEvent.click(screen.getByRole('button', { name: 'Delete comments' }))
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull())
    expect(nowStored()).toEqual([])
    expect(panel().getByText('There are no comments on this session.')).toBeInTheDocument()
  })
})

describe('when it goes wrong', () => {
  it('keeps the text and says what is known', async () => {
    const memory = showComments({ comments: [hip] })
    await write()
    await replaceText('Hip, English', 'Mine')
    memory.refuse('s1', new AppError('forbidden-plan'), new AppError('offline'))
    for (const words of [/plan does not include/, /offline/]) {
      await save()
      await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent(words))
      expect(screen.getByRole('alert')).toHaveTextContent('Your text is still here.')
      expect(field('Hip, English')).toHaveValue('Mine')
    }
    memory.lose('s1')
    await save()
    await waitFor(() =>
      expect(screen.getByRole('alert')).toHaveTextContent('It is not known whether it was saved'),
    )
  })

  it('sends two quick clicks once', async () => {
    const { begun } = showComments({ comments: [hip] })
    await write()
    await replaceText('Hip, English', 'Mine')
    await userEvent.dblClick(screen.getByRole('button', { name: 'Save' }))
    await closed()
    expect(begun).toEqual(['s1'])
  })

  it('shows somebody else’s change beside one’s own, and keeps both where they do not touch', async () => {
    const { theyWrite, nowStored } = showComments({ comments: [hip] })
    await write()
    await replaceText('Hip, English', 'Mine')
    theyWrite([comment('text_hip_angle', { en: 'Stiff', ru: 'Мягче' }), plain])
    await save()
    const alert = within(await screen.findByRole('alert'))
    expect(alert.getByText('Мягче')).toBeInTheDocument()
    expect(alert.getByText('Mine')).toBeInTheDocument()
    expect(alert.getByText('Even steps')).toBeInTheDocument()
    await userEvent.click(alert.getByRole('button', { name: 'Keep mine over it' }))
    expect(screen.queryByRole('alert')).toBeNull()
    expect(field('Hip, English')).toHaveFocus()
    expect(field('Hip, Russian')).toHaveValue('Мягче')
    await save()
    await closed()
    expect(nowStored()).toEqual([comment('text_hip_angle', { en: 'Mine', ru: 'Мягче' }), plain])
  })

  it('takes the latest instead, with what one had written still to be read', async () => {
    const { theyWrite, nowStored } = showComments({ comments: [hip] })
    await write()
    await replaceText('Hip, English', 'Mine')
    theyWrite([comment('text_hip_angle', { en: 'Theirs' })])
    await save()
    await userEvent.click(await screen.findByRole('button', { name: 'Load latest' }))
    expect(field('Hip, English')).toHaveValue('Theirs')
    expect(field('Hip, English')).toHaveFocus()
    expect(screen.getByRole('region', { name: 'What you had written' })).toHaveTextContent('Mine')
    await save()
    await closed()
    expect(nowStored()).toEqual([comment('text_hip_angle', { en: 'Theirs' })])
  })

  it('deletes nothing that somebody has changed, and shows it', async () => {
    const { theyWrite, nowStored } = showComments({ comments: [hip] })
    await write()
    theyWrite([plain])
    await userEvent.click(screen.getByRole('button', { name: 'Delete all…' }))
    await userEvent.click(screen.getByRole('button', { name: 'Delete comments' }))
    expect(await screen.findByRole('textbox', { name: 'Summary, No language named' })).toHaveValue(
      'Even steps',
    )
    expect(screen.getByText(/Not deleted: somebody else/)).toBeInTheDocument()
    expect(nowStored()).toEqual([plain])
  })

  it('says that comments cannot be read, and reads them when asked again', async () => {
    const { source } = createMemorySource([makeSession({ comments: [hip] })])
    const answers = [Promise.reject(new AppError('unavailable'))]
    answers[0]?.catch(() => undefined)
    const read = (id: string) => answers.shift() ?? source.comments!.read(id)
    showComments({ comments: [hip], source: { comments: { ...source.comments!, read } } })
    await userEvent.click(panel().getByRole('button', { name: 'Write comments' }))
    expect(await screen.findByText('The comments could not be read.')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByRole('textbox', { name: 'Hip, English' })).toHaveValue('Stiff')
  })
})
