/** What is sent, and what has to become of it, known before anything is sent. */
package org.openimr.tools.chaos.letter;
