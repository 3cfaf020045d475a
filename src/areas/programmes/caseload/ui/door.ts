// What the door gives of the caseload.
export { default as DonePage } from './DonePage.svelte';
export { default as TagPage } from './TagPage.svelte';
export { default as TagsPage } from './TagsPage.svelte';
export { default as ActivityPage } from './ActivityPage.svelte';
export { default as FilterPage } from './FilterPage.svelte';
export { default as SummaryPage } from './SummaryPage.svelte';
