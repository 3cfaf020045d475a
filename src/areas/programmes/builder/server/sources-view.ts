import type { showSources } from './showing.ts';

export type SourcesView = Awaited<ReturnType<typeof showSources>>;
