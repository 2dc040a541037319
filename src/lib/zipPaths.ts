/** Names that differ in case alone are one file on Windows and macOS. */
const fold = (path: string) => path.normalize('NFC').toLowerCase()

/** The paths of files that go into one archive: those that are there already get ` (2)` and so on, before their ending. */
export function uniquePaths(paths: readonly string[]): string[] {
  const taken = new Set<string>()
  return paths.map((path) => {
    const [, name = path, ending = ''] = /^(.*?)(\.[^./]+)?$/s.exec(path) ?? []
    for (let copy = 1; ; copy++) {
      const unique = copy === 1 ? path : `${name} (${copy})${ending}`
      if (taken.has(fold(unique))) continue
      taken.add(fold(unique))
      return unique
    }
  })
}
