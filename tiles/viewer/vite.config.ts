import { defineConfig } from 'vite';

/** The web map, built to `dist` and served at /map. Every address in it is relative, so it also works below a path. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  build: {
    target: 'es2022',
    // MapLibre alone is 1.1 MB before compression: one map library, loaded once, is what the page is for.
    chunkSizeWarningLimit: 1800,
    // The content security policy allows no inline anything, so nothing small is put into the page as data.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    emptyOutDir: true,
  },
});
