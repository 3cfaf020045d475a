export { default as InterviewDeskPage } from './InterviewDesk.svelte';
export { default as InterviewPage } from './InterviewPage.svelte';
export { default as InterviewsPage } from './InterviewsPage.svelte';
export { default as OfferSlotsPage } from './OfferPage.svelte';
