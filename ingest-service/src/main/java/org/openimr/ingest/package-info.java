/** The service that takes letters in any form and gives their text to whoever reads them. */
package org.openimr.ingest;
