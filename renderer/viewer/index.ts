import '../no-eval';
import 'pdfjs-dist/legacy/web/pdf_viewer.css';
import '../ui/tokens.css';
import './viewer.css';

import { startFrame } from './frame';

startFrame();
