export { default as ForPanelPage } from './ForPanelPage.svelte';
export { default as InviteToPanelPage } from './InvitePage.svelte';
export { default as PanelDeskPage } from './PanelDeskPage.svelte';
export { default as PanelPhasesPage } from './PhasesPage.svelte';
export { default as PanelReadPage } from './ReadPage.svelte';
export { default as PanelRoomPage } from './PanelRoomPage.svelte';
export { default as PanelsPage } from './PanelsPage.svelte';
export { default as PanelTiesPage } from './TiesPage.svelte';
