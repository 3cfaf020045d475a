import type { Reroute } from '@sveltejs/kit/hooks';
import { deLocalizeUrl } from './words/generated/runtime.js';

/** The language is the first word of the address: /cy/programmes is the Welsh /programmes. */
export const reroute: Reroute = ({ url }) => deLocalizeUrl(url).pathname;
