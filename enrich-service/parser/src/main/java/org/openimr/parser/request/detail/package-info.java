/** The details of a request: amounts, body parts, sides and dates of service. */
package org.openimr.parser.request.detail;
