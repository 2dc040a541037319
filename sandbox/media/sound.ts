import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/**
 * Makes `files/sound-original.mp4` of the run's original: the same pictures as a phone's encoder writes them, some of
 * them decoded from later ones (B-frames), and a tone that beeps once a second (AAC). `npx tsx sandbox/media/sound.ts`;
 * needs ffmpeg with libx264. The same bytes each time.
 */
const file = (name: string) => fileURLToPath(new URL(`files/${name}`, import.meta.url))

const { status, stderr } = spawnSync(
  'ffmpeg',
  [
    ...['-y', '-loglevel', 'error', '-i', file('running-original.mp4')],
    ...['-f', 'lavfi', '-i', 'sine=frequency=220:beep_factor=4:sample_rate=44100:duration=6'],
    ...['-map', '0:v', '-map', '1:a', '-c:v', 'libx264', '-preset', 'slow', '-crf', '31'],
    ...['-x264-params', 'aq-mode=3:chroma-qp-offset=-3', '-bf', '2', '-g', '30', '-keyint_min', '30'],
    ...['-sc_threshold', '0', '-pix_fmt', 'yuv420p', '-colorspace', 'bt709', '-color_primaries', 'bt709'],
    ...[
      '-color_trc',
      'bt709',
      '-color_range',
      'tv',
      '-c:a',
      'aac',
      '-b:a',
      '32k',
      '-ac',
      '1',
      '-threads',
      '1',
    ],
    ...['-fflags', '+bitexact', '-flags:v', '+bitexact', '-flags:a', '+bitexact', '-map_metadata', '-1'],
    ...['-movflags', '+faststart', file('sound-original.mp4')],
  ],
  { encoding: 'utf8' },
)
if (status !== 0) {
  console.error(stderr || 'ffmpeg is missing: install it (Debian: apt-get install ffmpeg).')
  process.exitCode = 1
}
