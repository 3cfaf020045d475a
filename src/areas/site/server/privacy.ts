import * as v from 'valibot';
import { photoDays } from '#areas/boards';
import { showPractices } from '#areas/programmes/server';
import { liesElsewhere } from '#server/files';
import { lifetimes, triesKept } from '#server/identity';
import { hasPostOffice, keepDays } from '#server/mail';
import { anyone, nothing, useCase } from '#server/use-case';
import { cookies } from '#shared/cookies';
import { locales } from '#words/addresses';
import { saidIn } from '../host.ts';
import type { PrivacyFacts } from '../privacy.ts';
import { findHost, findWordings } from './host.sql.ts';

/** Anyone may know what is kept: the notice is made from what the programmes ask and from the figures that delete it. */
export const showPrivacy = useCase('site.showPrivacy', {
	input: v.object({ locale: v.picklist(locales) }),
	on: nothing,
	may: anyone,
	async run(context, { locale }): Promise<PrivacyFacts> {
		const host = await findHost(context.db);
		return {
			host: {
				name: host?.name ?? null,
				contact: host?.contact ?? null,
				backupDays: host?.backupDays ?? null,
				privacy: saidIn(locale, 'privacy', await findWordings(context.db))
			},
			practices: await showPractices.within(context, {}),
			accounts: lifetimes,
			triesKept,
			letters: { days: keepDays(), hasPostOffice: hasPostOffice() },
			photoDays,
			filesLieElsewhere: liesElsewhere(),
			cookies
		};
	}
});
