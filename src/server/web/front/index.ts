export { close, onClosing, onStopping } from './closing.ts';
export { handlerSettings, listen, type Handler, type Listening } from './listen.ts';
export { inOurWords } from './refusal.ts';
export { trustFrom, UnclearSetting, type Trust } from './trust.ts';
