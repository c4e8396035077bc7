import './looks/libraries.css';
import './looks/page.css';
import './looks/panel.css';
import './looks/facts.css';
import './looks/check.css';
import './looks/stations.css';
import './looks/map.css';
import './looks/narrow.css';
import './looks/print.css';
import { languageOf } from './address.ts';
import { openViewer } from './viewer.ts';

void openViewer(languageOf(location.search));
// A link pasted into the open page; the page's own changes of the hash do not come here.
addEventListener('hashchange', () => location.reload());
