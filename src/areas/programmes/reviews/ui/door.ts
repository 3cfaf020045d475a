export { default as CalibrationPage } from './CalibrationPage.svelte';
export { default as PanelOversightPage } from './OversightPage.svelte';
export { default as OwnReadingsPage } from './OwnReadingsPage.svelte';
export { default as ReadingDeskPage } from './ReadingDeskPage.svelte';
export { default as ReadingLinks } from './ReadingLinks.svelte';
export { default as PanelReviewPage } from './ReviewPage.svelte';
