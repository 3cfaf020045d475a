import { mayRead } from '#server/files';

/** The logo is on every page. */
mayRead('site', () => true);
