export { default as AskedListPage } from './AskedList.svelte';
export { default as AskingPage } from './AskingPage.svelte';
export { default as MoreAnswer } from './MoreAnswer.svelte';
export { default as MorePage } from './MorePage.svelte';
