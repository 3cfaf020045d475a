export { default as PairPage } from './PairPage.svelte';
export { default as PairsPage } from './PairsPage.svelte';
