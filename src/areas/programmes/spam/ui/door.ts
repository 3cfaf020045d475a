export { default as SpamListPage } from './SpamList.svelte';
export { default as SpamPage } from './SpamPage.svelte';
