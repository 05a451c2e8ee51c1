/** Tokens of a request, the numbers printed in it, and lookup of phrases. */
package org.openimr.parser.request.text;
