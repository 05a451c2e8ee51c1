/**
 * The pages of {@code deploy/docs} as a site of plain HTML: the Markdown is what people edit and
 * read where the sources are; this is for reading it elsewhere.
 */
package org.openimr.cli.docs;
