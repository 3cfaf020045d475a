import { castEquality, showEquality } from '#areas/programmes/server';
import { formAction, heldPage } from '#server/web';

export const load = heldPage(showEquality);

export const actions = {
	default: formAction(castEquality, (_, { params }) => `/application/${params['reference']}/send`, {
		shape: (fields) => ({ fields, ballot: fields['ballot'] })
	})
};
