/** The two films of a recording: with skeleton and angles drawn over it, and as it was filmed. */
export type FilmKind = 'analyzed' | 'original'

export const otherFilm = (kind: FilmKind): FilmKind => (kind === 'analyzed' ? 'original' : 'analyzed')
