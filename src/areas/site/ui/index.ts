export { default as HomePage } from './HomePage.svelte';
export { default as Legibility } from './Legibility.svelte';
export { default as NoticePage } from './NoticePage.svelte';
export { default as Previews } from './Previews.svelte';
export { default as TodayPage } from './TodayPage.svelte';
