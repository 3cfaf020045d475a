import { AsyncLocalStorage } from 'node:async_hooks';
import { publicAddress } from '#shared/public-address';
import {
	baseLocale,
	isLocale,
	overwriteServerAsyncLocalStorage,
	serverAsyncLocalStorage
} from './generated/runtime.js';

/** On the server, away from any request: whatever `work` says and links to is in the given language. */
export function inLanguage<T>(locale: string, work: () => T): T {
	if (!serverAsyncLocalStorage) overwriteServerAsyncLocalStorage(new AsyncLocalStorage());
	const known = isLocale(locale) ? locale : baseLocale;
	return serverAsyncLocalStorage!.run({ locale: known, origin: publicAddress() }, work) as T;
}
