import {
	chooseLanguage,
	endOtherSessions,
	endSession,
	removeApp,
	removePasskey,
	showAccount
} from '#server/identity';
import { formAction, page, sessionOf } from '#server/web';

export const load = page(showAccount, { from: 'nothing', also: sessionOf });

const toAccount = () => '/account';

export const actions = {
	chooseLanguage: formAction(chooseLanguage, ({ language }) => ({ address: '/account', language })),
	removeApp: formAction(removeApp, toAccount),
	removePasskey: formAction(removePasskey, toAccount),
	endSession: formAction(endSession, toAccount),
	endOthers: formAction(endOtherSessions, toAccount, { shape: (_, event) => sessionOf(event) })
};
