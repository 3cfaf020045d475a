import './letters.ts';
import { every } from '#server/use-case';
import { remindOfReviews } from './reminding.ts';

every('35 7 * * *', function remindOfNotesToReview(context) {
	return remindOfReviews.within(context, {});
});
