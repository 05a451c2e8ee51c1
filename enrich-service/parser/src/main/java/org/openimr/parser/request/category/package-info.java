/** Classifies a requested treatment by the rule tables of this package. */
package org.openimr.parser.request.category;
