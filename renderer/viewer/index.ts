import '../no-eval';
import 'pdfjs-dist/legacy/web/pdf_viewer.css';
import '../ui/tokens.css';
import './viewer.css';

import { keepAltForKeys } from '../keyboard/alt-release';
import { startFrame } from './frame';

keepAltForKeys(window);
startFrame();
