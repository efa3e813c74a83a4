// Builds the style sheet and the script into consult/web/static/built/, each under a name that holds a digest
// of its content, with Brotli and gzip copies beside it, and a manifest from plain names to built ones.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import esbuild from 'esbuild'
import * as sass from 'sass'

const here = dirname(fileURLToPath(import.meta.url))
const out = join(here, '..', 'static', 'built')
const manifest = {}

function write (name, content) {
  const digest = createHash('sha256').update(content).digest('hex').slice(0, 12)
  const [stem, ending] = name.split('.')
  const built = `${stem}.${digest}.${ending}`
  const bytes = Buffer.from(content)
  writeFileSync(join(out, built), bytes)
  writeFileSync(join(out, `${built}.gz`), gzipSync(bytes, { level: 9 }))
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
  writeFileSync(join(out, `${built}.br`), brotliCompressSync(bytes, { params }))
  manifest[name] = built
}

function style (name) {
  const result = sass.compile(join(here, `${name}.scss`), {
    style: 'compressed',
    loadPaths: [join(here, '..', '..', '..', 'node_modules')],
    quietDeps: true
  })
  write(`${name}.css`, esbuild.transformSync(result.css, { loader: 'css', minify: true }).code)
}

function script (name) {
  const result = esbuild.buildSync({
    entryPoints: [join(here, `${name}.mjs`)],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2018',
    legalComments: 'none',
    write: false
  })
  write(`${name}.js`, result.outputFiles[0].text)
}

rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })
style('site')
script('site')
write('icon.svg', readFileSync(join(here, 'icon.svg')))
writeFileSync(join(out, 'manifest.json'), JSON.stringify(manifest, null, 2))
