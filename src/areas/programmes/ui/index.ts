export { default as CallList } from './CallList.svelte';
export { default as CallPage } from './CallPage.svelte';
export { callPdf } from './call-pdf.ts';
