import './jobs.ts';

export { showDesk } from './desk.ts';
export { showHome } from './home.ts';
export { chooseAccent, dropAccent, saveWords, showHost, showSettings } from './host.ts';
export { showPrivacy } from './privacy.ts';
export { removeLogo, setLogo, showLogo } from './logo.ts';
