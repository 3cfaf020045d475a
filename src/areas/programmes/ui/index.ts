export { default as CallCards } from './CallCards.svelte';
export { default as CallList } from './CallList.svelte';
export { default as CallPage } from './CallPage.svelte';
export { callPdf } from './call-pdf.ts';
export { default as ChangeGoals } from './ChangeGoals.svelte';
export { default as OpenCall } from './OpenCall.svelte';
