/** The client's build: its own folder as root, libraries in chunks that outlive our changes, everything compressed once. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'

const OUT_DIR = resolve(import.meta.dirname, 'dist/client')
const SERVER = process.env.ORELINK_DEV_SERVER ?? 'http://127.0.0.1:4400'
/** Everything that the server answers itself; the rest of an address is the client's, its own folder `api` included. */
const SERVER_PATHS =
  '^/(?!.*\\.tsx?(\\?|$))(api|tiles|fonts|basemap|style\\.json|tiles\\.json|openapi\\.json|docs|health|metrics)(/|\\?|$)'

/** Writes `file.br` and `file.gz` beside each text file, so that the server never compresses the client. */
function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    writeBundle() {
      for (const entry of readdirSync(OUT_DIR, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile() || !/\.(js|css|html|svg|json)$/.test(entry.name)) continue
        const file = join(entry.parentPath, entry.name)
        const bytes = readFileSync(file)
        if (bytes.length < 1024) continue
        writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }))
        writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }))
      }
    },
  }
}

/**
 * The first script fetches the page's code by `import()`; named in index.html as well, it comes along with the first
 * script instead of after it.
 */
function preloadPage(): Plugin {
  return {
    name: 'preload-page',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
        const page = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith('/client/start.tsx'))
        if (!page) throw new Error('the build has no chunk for client/start.tsx')
        // The first script and its styles are in the page already.
        const needed = chunks.filter(
          (file) => !file.isEntry && [page.fileName, ...page.imports].includes(file.fileName),
        )
        const styles = needed.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])])
        return [
          ...needed.map(({ fileName }) => link({ rel: 'modulepreload', crossorigin: '', href: `/${fileName}` })),
          ...styles.map((name) => link({ rel: 'stylesheet', crossorigin: '', href: `/${name}` })),
        ]
      },
    },
  }
}

/** Manifest and service worker (client/service-worker.ts); what the first map needs is kept at once, the rest as it is seen. */
function installable() {
  return VitePWA({
    strategies: 'injectManifest',
    srcDir: '.',
    filename: 'service-worker.ts',
    injectRegister: false,
    injectManifest: {
      globPatterns: ['index.html', 'icon.svg', 'assets/*.{js,css}'],
      maximumFileSizeToCacheInBytes: 4_000_000,
    },
    manifest: {
      name: 'Orelink',
      short_name: 'Orelink',
      description: "An atlas of Pakistan's mineral deposits and of the corridors that carry them to market",
      start_url: '/',
      display: 'standalone',
      background_color: '#f7f7f4',
      theme_color: '#0b6e6e',
      icons: [
        { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
        { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'maskable' },
      ],
    },
  })
}

function link(attrs: Record<string, string>) {
  return { tag: 'link', attrs, injectTo: 'head' as const }
}

export default defineConfig({
  root: resolve(import.meta.dirname, 'client'),
  plugins: [react(), preloadPage(), installable(), precompress()],
  worker: { format: 'es' },
  build: {
    outDir: OUT_DIR,
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1600,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'maplibre', test: /node_modules[\\/](maplibre-gl|@maplibre)[\\/]/ },
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler|zustand)[\\/]/ },
          ],
        },
      },
    },
  },
  server: {
    port: 5173,
    strictPort: true,
    host: '127.0.0.1',
    proxy: { [SERVER_PATHS]: { target: SERVER } },
  },
})
