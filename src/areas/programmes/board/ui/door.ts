export { default as BoardPage } from './BoardPage.svelte';
export { default as BoardLink } from './BoardLink.svelte';
export { default as DrawsPage } from './DrawsPage.svelte';
