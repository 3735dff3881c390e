import '../no-eval';
import '../ui/tokens.css';
import './viewer.css';

import { startFrame } from './frame';

startFrame();
