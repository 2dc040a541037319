/**
 * Ends an MP4 file after so many seconds by its edit lists (ISO/IEC 14496-12, 8.6.6), so that pictures which others are
 * decoded from and which come later are not shown. The file has its index before its pictures, as muxers write it for
 * the web; a track without an edit list is given one.
 */
export function endEditAt(file: ArrayBuffer, seconds: number): ArrayBuffer {
  const view = new DataView(file)
  const moov = boxesIn(view, 0, file.byteLength).find(({ type }) => type === 'moov')
  if (!moov) return file
  const inMoov = boxesIn(view, moov.body, moov.end)
  const header = inMoov.find(({ type }) => type === 'mvhd')
  if (!header) return file
  // Version 1 has two dates of 64 bits before these.
  const atScale = header.body + (isLong(view, header) ? 20 : 12)
  const end = Math.round(seconds * view.getUint32(atScale))
  shorten(view, atScale + 4, isLong(view, header), end)
  const bare: Box[] = []
  for (const trak of inMoov.filter(({ type }) => type === 'trak')) {
    const parts = boxesIn(view, trak.body, trak.end)
    const tkhd = parts.find(({ type }) => type === 'tkhd')
    if (tkhd) shorten(view, tkhd.body + (isLong(view, tkhd) ? 28 : 20), isLong(view, tkhd), end)
    const edts = parts.find(({ type }) => type === 'edts')
    const elst = edts && boxesIn(view, edts.body, edts.end).find(({ type }) => type === 'elst')
    if (elst) shortenEdits(view, elst, end)
    else bare.push(trak)
  }
  return bare.length > 0 ? withEdits(view, moov, bare, end) : file
}

type Box = { type: string; at: number; body: number; end: number }

function boxesIn(view: DataView, from: number, to: number): Box[] {
  const boxes: Box[] = []
  for (let at = from; at + 8 <= to;) {
    const type = String.fromCharCode(...[4, 5, 6, 7].map((offset) => view.getUint8(at + offset)))
    const size = view.getUint32(at)
    // 1: its size follows in 64 bits; 0: to the end.
    const length = size === 1 ? Number(view.getBigUint64(at + 8)) : size === 0 ? to - at : size
    const body = at + (size === 1 ? 16 : 8)
    boxes.push({ type, at, body, end: Math.min(at + length, to) })
    at += Math.max(8, length)
  }
  return boxes
}

const isLong = (view: DataView, { body }: Box) => view.getUint8(body) === 1

function shorten(view: DataView, at: number, long: boolean, most: number): void {
  if (long) view.setBigUint64(at, BigInt(Math.min(Number(view.getBigUint64(at)), most)))
  else view.setUint32(at, Math.min(view.getUint32(at), most))
}

/** Each edit as far as there is time left for it. */
function shortenEdits(view: DataView, elst: Box, end: number): void {
  const long = isLong(view, elst)
  let left = end
  for (let edit = 0; edit < view.getUint32(elst.body + 4); edit++) {
    const at = elst.body + 8 + edit * (long ? 20 : 12)
    shorten(view, at, long, left)
    left -= long ? Number(view.getBigUint64(at)) : view.getUint32(at)
  }
}

const EDIT_BYTES = 36

/** An `edts` with one edit from the media's beginning. */
function editBox(end: number): Uint8Array {
  const box = new DataView(new ArrayBuffer(EDIT_BYTES))
  const write = (at: number, type: string, size: number) => {
    box.setUint32(at, size)
    ;[...type].forEach((letter, index) => box.setUint8(at + 4 + index, letter.charCodeAt(0)))
  }
  write(0, 'edts', EDIT_BYTES)
  write(8, 'elst', EDIT_BYTES - 8)
  box.setUint32(20, 1)
  box.setUint32(24, end)
  box.setUint16(32, 1)
  return new Uint8Array(box.buffer)
}

/** The file with an edit list in each of these tracks; what stood after them has moved on by that much. */
function withEdits(view: DataView, moov: Box, bare: readonly Box[], end: number): ArrayBuffer {
  const more = bare.length * EDIT_BYTES
  for (const trak of boxesIn(view, moov.body, moov.end).filter(({ type }) => type === 'trak'))
    moveChunks(view, trak, more)
  for (const box of [moov, ...bare])
    view.setUint32(box.at, box.end - box.at + (box === moov ? more : EDIT_BYTES))
  const old = new Uint8Array(view.buffer)
  const file = new Uint8Array(old.length + more)
  let from = 0
  bare.forEach((trak, before) => {
    file.set(old.subarray(from, trak.end), from + before * EDIT_BYTES)
    file.set(editBox(end), trak.end + before * EDIT_BYTES)
    from = trak.end
  })
  file.set(old.subarray(from), from + more)
  return file.buffer
}

function moveChunks(view: DataView, trak: Box, by: number): void {
  const inside = (box: Box, type: string): Box[] =>
    boxesIn(view, box.body, box.end).filter((each) => each.type === type)
  const tables = ['mdia', 'minf', 'stbl'].reduce<Box[]>(
    (boxes, type) => boxes.flatMap((box) => inside(box, type)),
    [trak],
  )
  for (const stbl of tables) {
    for (const { body } of inside(stbl, 'stco'))
      for (let chunk = 0; chunk < view.getUint32(body + 4); chunk++) {
        const at = body + 8 + chunk * 4
        view.setUint32(at, view.getUint32(at) + by)
      }
    for (const { body } of inside(stbl, 'co64'))
      for (let chunk = 0; chunk < view.getUint32(body + 4); chunk++) {
        const at = body + 8 + chunk * 8
        view.setBigUint64(at, view.getBigUint64(at) + BigInt(by))
      }
  }
}
