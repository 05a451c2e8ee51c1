/** {@code imr docs}: renders the Markdown pages of {@code deploy/docs} as static HTML. */
package org.openimr.cli.docs;
