/** Text as HTML, for the pages that commands write. */
package org.openimr.cli.html;
