import { saveWholeForm, showWholeForm } from '#areas/programmes/server';
import { page } from '#server/web';
import { saving } from '../../../../../../saving.ts';
import { typingHome } from '../home.ts';

export const load = page(showWholeForm);

export const actions = {
	default: saving(saveWholeForm, ({ leaves, expression }) =>
		leaves ? typingHome(expression) : `${typingHome(expression)}/check`
	)
};
