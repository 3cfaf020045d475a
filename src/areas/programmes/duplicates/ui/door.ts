export { default as GroupPage } from './GroupPage.svelte';
export { default as PairPage } from './PairPage.svelte';
export { default as PairsPage } from './PairsPage.svelte';
