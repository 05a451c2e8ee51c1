/** Events as signed webhooks. */
package org.openimr.sink.webhook;
