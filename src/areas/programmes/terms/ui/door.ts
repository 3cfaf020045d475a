export { default as TermsPage } from './TermsPage.svelte';
