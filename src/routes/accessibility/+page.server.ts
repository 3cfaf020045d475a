import { hostNow } from '../host.ts';
import { pages } from './pages.ts';

export const load = async () => ({ contact: (await hostNow()).contact, pages });
