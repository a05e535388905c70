import { defineConfig } from 'vite'

/** The server as a bundle: our own sources only, packages stay where npm put them. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx', development: false } },
  build: {
    ssr: true,
    outDir: 'dist',
    emptyOutDir: false,
    target: 'node26',
    minify: false,
    sourcemap: true,
    rollupOptions: {
      input: {
        cli: 'src/entry.ts',
        'engine-worker': 'src/platform/engine/worker.ts',
        'pdf-worker': 'src/platform/pdf/worker.ts',
        'office-worker': 'src/platform/office/worker.ts',
        'raster-worker': 'src/platform/pdf/raster-worker.ts',
        'picture-worker': 'src/platform/picture/worker.ts',
      },
      // Threads look for their file beside the chunk that starts them: everything lies in one folder.
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
})
