import '@digdir/designsystemet-css/base.css';
import '@digdir/designsystemet-css/button.css';
import '@digdir/designsystemet-css/input.css';
import '@digdir/designsystemet-css/link.css';
import '@digdir/designsystemet-css/tabs.css';
import '@digdir/designsystemet-css/tag.css';
import '@digdir/designsystemet-css/alert.css';
import '@digdir/designsystemet-css/skip-link.css';
import '@digdir/designsystemet-theme';
import './looks/page.css';
import './looks/panel.css';
import './looks/facts.css';
import './looks/check.css';
import './looks/map.css';
import './looks/narrow.css';
import './looks/print.css';
import { languageOf } from './address.ts';
import { openViewer } from './viewer.ts';

void openViewer(languageOf(location.search));
// A link pasted into the open page; the page's own changes of the hash do not come here.
addEventListener('hashchange', () => location.reload());
