import * as v from 'valibot';
import { listCalls } from '#areas/programmes/server';
import { anyone, nothing, useCase } from '#server/use-case';
import { locales } from '#words/addresses';
import { showHost } from './host.ts';

/** The face of the house: whose it is, and what one can apply for. The same for everybody. */
export const showHome = useCase('site.showHome', {
	input: v.object({ locale: v.picklist(locales) }),
	on: nothing,
	may: anyone,
	async run(context, { locale }) {
		const host = await showHost.within(context, { locale });
		const calls = await listCalls.within(context, {});
		return { host, calls, isNew: !host.name && !Object.values(calls).flat().length };
	}
});

export type HomeView = Awaited<ReturnType<typeof showHome>>;
