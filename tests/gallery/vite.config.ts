import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));
const project = fileURLToPath(new URL('../..', import.meta.url));

export default defineConfig({
  root,
  base: './',
  resolve: { alias: { '@': project } },
  esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
  server: { port: 5180, fs: { allow: [project] } },
  build: { outDir: `${project}/artifacts/gallery`, emptyOutDir: true },
});
